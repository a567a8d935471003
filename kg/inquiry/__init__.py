"""Asking a graph: ready questions and their parameters, explanations, statistics, suggestions for misspelt names."""
