"""Who may do what to a storybook."""
