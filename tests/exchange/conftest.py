"""What the tests of import and export share: browsers for each role, and files to send."""

from tests.desk.conftest import administrator, editor, publisher

__all__ = ["administrator", "editor", "publisher"]
