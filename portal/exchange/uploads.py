"""Uploaded files stay in memory: none is ever written to a disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler


class MemoryOnly(MemoryFileUploadHandler):
    """Takes a file into memory; of a request that is too large it keeps the size and no more."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self.activated:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Any:
        if self.activated:
            return super().file_complete(file_size)
        return InMemoryUploadedFile(
            BytesIO(), self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
