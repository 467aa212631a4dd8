from django import template

register = template.Library()
for name in ("given_back", "questions_waiting", "waiting_for_partner", "referrals_of", "who_may_read"):
    register.simple_tag(lambda thing: "", name=name)
