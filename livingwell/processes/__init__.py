"""Starting and watching web, worker, scheduler, PostgreSQL and Valkey on one machine.

Production starts the same programs in its own way.
"""
