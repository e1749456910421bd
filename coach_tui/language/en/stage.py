"""The stage screen."""

WORDS = {"stage.opening": "About this stage"}
