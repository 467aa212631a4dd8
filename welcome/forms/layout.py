"""How a form is laid out: errors first, then these rows, in nhsuk markup."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout


def lay_out(*rows: Any, form_tag: bool = True) -> FormHelper:
    """A crispy helper for these rows: names of fields, Fieldset(…), Submit(…).

    `{% crispy form %}` then writes the whole form: its tag (with novalidate, so that
    our own words are said), the token, the summary of errors, the rows, and hidden
    fields. With `form_tag=False` the page writes `<form>` and `{% csrf_token %}`.

    Make a new helper each time, in a property: crispy writes into the layout while it
    renders, so that a helper which is shared would leak one request's words into
    another's. Legends and buttons are read as templates by crispy: write them in the
    code, and never put a person's words into them.
    """
    helper = FormHelper()
    helper.form_tag = form_tag
    helper.disable_csrf = not form_tag
    helper.render_hidden_fields = True
    helper.layout = Layout(*rows)
    return helper
