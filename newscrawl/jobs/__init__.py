"""Runs as jobs: a scheduler puts what is due into Procrastinate's queue beside a shared store, workers take it."""
