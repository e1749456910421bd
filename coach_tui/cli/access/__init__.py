"""The commands on the access register: `register` lists, adds, changes and plans the exit of its
lines; `importing` brings its table back in. They may import every other room; none imports them.
"""
