"""Let passages say what partners learned, beside what the person told us."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0180_words_people_say"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="passage",
            name="passage_prompt_is_known",
        ),
        migrations.AlterField(
            model_name="passage",
            name="prompt",
            field=models.CharField(
                choices=[
                    ("brought", "What brought me here"),
                    ("going_well", "What is going well, my strengths"),
                    ("hard", "What is hard at the moment"),
                    ("would_like", "What I would like"),
                    ("matters", "Who and what matters to me"),
                    ("please_do", "Please do"),
                    ("please_dont", "Please don’t"),
                    ("keeps_safe", "What keeps me safe"),
                    ("added", "Added since"),
                    ("asked", "Asked and answered"),
                    ("learned", "What we learned"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "prompt__in",
                        [
                            "brought",
                            "going_well",
                            "hard",
                            "would_like",
                            "matters",
                            "please_do",
                            "please_dont",
                            "keeps_safe",
                            "added",
                            "asked",
                            "learned",
                        ],
                    )
                ),
                name="passage_prompt_is_known",
            ),
        ),
    ]
