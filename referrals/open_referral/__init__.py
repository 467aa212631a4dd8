"""The directory in the words of Open Referral UK 3.0: asked for, written, and read.

`terms` are our closed lists as taxonomies, `writing` says what an offer is, `asking`
and `finding` are what a directory elsewhere may ask of it, `reading` takes in what
others say of their services. Nothing here knows whom an offer takes or whether there
is room: that is not public (see `referrals.models.Offer`).
"""
