"""The outline as a mind map that is drawn here."""
