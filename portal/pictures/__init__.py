"""Billeder: geometry in whole numbers that templates draw. It knows neither pages nor requests."""
