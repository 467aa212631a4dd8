"""Pages that both sides of a referral may open: who sent it, and who was asked."""

from welcome.access.permissions import May, requires

#: Signed in, and may send or answer referrals; which ones, `visible_to` says.
for_either_side = requires(May.SEND_REFERRALS, May.ANSWER_REFERRALS)
