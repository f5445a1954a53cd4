"""Bibliotekerne: every trial, evaluation, recommendation and programme on a page of its own."""
