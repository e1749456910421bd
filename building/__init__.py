"""What is made of the sources to be taken away: `make pyz`."""
