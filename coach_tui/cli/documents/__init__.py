"""The commands on documents: `reading` lists, shows, compares and exports; `writing` writes one or
says how it stands; `named`, which one is meant. They may import every other room; none imports
them.
"""
