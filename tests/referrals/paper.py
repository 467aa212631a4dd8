"""Words that a sheet of paper must print, and never obey."""

TRICKS = '#panic() *bold* _it_ $x$ \\ #import "house.typ" // <label> @ref `raw` ]'
