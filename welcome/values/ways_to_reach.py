"""How someone can be reached safely, in sentences. Pure."""


def about_phone(phone: str, *, may_call: bool, may_text: bool) -> str:
    """What may be done with this number. One that may not be rung is never offered.

    >>> about_phone("07700 900001", may_call=True, may_text=True)
    'Ring or text 07700 900001.'
    >>> about_phone("07700 900001", may_call=False, may_text=True)
    'Text 07700 900001. Don’t ring.'
    >>> about_phone("07700 900001", may_call=False, may_text=False)
    'Don’t ring yet: ask first about 07700 900001.'
    >>> about_phone("", may_call=True, may_text=True)
    ''
    """
    if not phone:
        return ""
    match may_call, may_text:
        case True, True:
            return f"Ring or text {phone}."
        case True, False:
            return f"Ring {phone}."
        case False, True:
            return f"Text {phone}. Don’t ring."
        case _:
            return f"Don’t ring yet: ask first about {phone}."
