"""What weights are fitted with: readings that must say something, or pay for saying otherwise."""

from outline.numbering.candidates import Candidate
from outline.numbering.stacks import Open


class Guide:
    """What a reading must say, or what it costs to say otherwise, while weights are fitted."""

    def may_skip(self, c: Candidate) -> bool:
        """May the candidate be text?"""
        return True

    def may_stand(self, c: Candidate, parent: Open | None) -> bool:
        """May it stand in the section of the last member of `parent`, or at the top?"""
        return True

    def cost(self, c: Candidate, parent: Open | None, skipped: bool) -> float:
        """What is added to the score of such a step."""
        return 0.0
