"""The basis for a municipality's mapping and needs analysis: a document for paper."""

from layouts.report.page import report_page
from layouts.report.told import Attention, Course, Differing, Report

__all__ = ["Attention", "Course", "Differing", "Report", "report_page"]
