"""Onboarding: what a site that nobody described has to offer, and the description that follows from it."""
