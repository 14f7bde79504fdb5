"""Tests speak English, whatever the locale of the one who runs them."""

import os

os.environ["LANGUAGE"] = "en"
