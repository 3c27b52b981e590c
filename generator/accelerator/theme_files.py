"""A theme's files as MkDocs lists them, without the hidden ones that it looks at one by one."""

import os

import jinja2


class _ShownFiles(jinja2.FileSystemLoader):
    """MkDocs leaves out whatever has a dot before its name or its folder's; Material brings 14,000
    icons in such a folder, and it compares each with a dozen patterns.
    """

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top, followlinks=self.followlinks):
                folders[:] = (name for name in folders if not name.startswith("."))
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if below == "." else f"{below}/{name}" for name in names)
        return sorted(found)


def list_no_hidden_files(env: jinja2.Environment) -> None:
    """Where the environment's files are found as MkDocs finds them."""
    loader = env.loader
    if type(loader) is jinja2.FileSystemLoader:
        env.loader = _ShownFiles(
            loader.searchpath, encoding=loader.encoding, followlinks=loader.followlinks
        )
