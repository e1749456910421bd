"""`python -m tests.stories [--language fr] [STORY …]`: a mission told week by week."""

from __future__ import annotations

import argparse

from tests.stories.told import STORIES, lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("fr", "en"), default="en")
    parser.add_argument("--quiet", action="store_true", help="only what came of it")
    parser.add_argument("story", nargs="*", metavar="STORY", help=", ".join(STORIES))
    asked = parser.parse_args()
    for name in asked.story or STORIES:
        world, told = STORIES[name]()
        print(f"\n=== {name}")
        story = lines(world, told, asked.language)
        print("\n".join(story[story.index("") :] if asked.quiet else story))


if __name__ == "__main__":
    main()
