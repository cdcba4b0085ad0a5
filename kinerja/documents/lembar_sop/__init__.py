"""The SOP sheet on paper."""
