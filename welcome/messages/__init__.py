"""The outbox and its carriers: how a message that an action wrote leaves the house."""
