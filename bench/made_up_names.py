# ruff: noqa: E501 — lists of names
"""Names for a town of a million: a few that many bear, and a long tail. Pure.

All made up from lists and syllables of our own: thousands of first names and of
surnames, in pools as a British city has them, so that first and last name go together.
"""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

_POOLS = {
    # share, first names that many bear, surnames that many bear, syllables for the rest
    "british": (
        0.62,
        "elizabeth catherine margaret alexander william robert richard james john joseph "
        "thomas michael david charles christopher andrew edward daniel matthew nicholas "
        "peter samuel stephen gregory benjamin timothy kenneth ronald gerald philip "
        "victoria rebecca jennifer jessica susan deborah barbara dorothy eleanor sarah "
        "mary anne jane isabella abigail amanda pamela penelope theresa sandra natalie "
        "olivia emily georgina harriet jacqueline lucy joshua oliver albert alfred "
        "arthur fiona linda karen alison heather lorna gordon stuart graham neil craig "
        "scott ross ewan callum moira eilidh isla ailsa rhona donna tracey paul mark",
        "smith jones brown taylor wilson campbell stewart robertson thomson anderson "
        "macdonald scott reid murray clark ross young mitchell watson morrison paterson "
        "fraser davidson gray hamilton walker evans thomas johnson roberts wright hughes "
        "edwards green hall wood harris lewis martin jackson clarke turner hill cooper "
        "ward morris king baker kelly murphy sullivan drummond mcallister mckenzie grant",
        ("ab al ar bel ben bran cal car col dar den dun ed el fen gar glen hal har hol "
         "ken kil lan lin mar mel nor pen ray ros sel stan tor wal wil win"),
        "ton ley ford son ham wick by well worth man den field don gill row land mere",
    ),
    "south_asian": (
        0.13,
        "muhammad ahmed ali hassan hussein fatima aisha khadija ibrahim yusuf omar "
        "zainab khalid tariq nasser amina halima priya anita sunita rajesh sanjay deepak "
        "harpreet gurpreet manjit imran bilal farah sana nadia rukhsana saima asif",
        "khan ahmed hussain ali begum singh kaur patel shah chowdhury malik iqbal akhtar "
        "mahmood rahman miah uddin sharma kumar gupta bibi mirza qureshi sheikh butt",
        "ab am an bal dar far gul ham im jav kam lat mah nav par qas raf sal tah us wah yas",
        "ad ar eem een id in ir ita ood ud un ya ani oor ul ana",
    ),
    "eastern": (
        0.10,
        "oleksandr dmytro serhii volodymyr mykola kateryna olena iryna tetiana yulia "
        "agnieszka katarzyna tomasz piotr krzysztof andrzej malgorzata wojciech ewa jan",
        "kowalski nowak wisniewski wojcik shevchenko kovalenko bondarenko melnyk tkachenko "
        "kaminski lewandowski zielinski popescu ionescu petrov ivanov boyko kravchuk",
        "bar bog dan dob gor kam kor kra les mak mor nov ost pav rud sob stan tar vas zab",
        "ski enko ko uk ak ik ov ets iy ych inski owski ar an",
    ),
    "african_arab": (
        0.10,
        "mohammed abdullah yusuf osman amina halima fatima samira tesfay haile selam "
        "kwame kofi ama chidi ngozi adaeze emeka abdirahman hodan fartun idris nour leila",
        "mohamed ali hassan ahmed abdi omar warsame tesfaye haile okafor okonkwo mensah "
        "owusu boateng diallo traore ibrahim osman adeyemi balogun haddad mansour",
        "ab ade chi da eze fa ga ha ike ja ka lu ma nwa ob ola sa te wa ya ze",
        "bo da di fe ke la ma mba na ni nu ra re sha ta wa yo",
    ),
    "east_asian": (
        0.05,
        "wei li jing min xiu mei ling hui yan fang thi minh anh linh jun hao ying xin",
        "wang li zhang liu chen yang huang zhao wu zhou xu lin nguyen tran pham cheung "
        "wong chan lau ho",
        "bai chao fei guo hai jia kai lan ming ning qing rui shu tao wen xiao yi zhen",
        "an bo chun feng hong jie lin nan ping qi rong shan ting wei xia yun",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Pool:
    firsts: list[str]
    lasts: list[str]
    first_weights: list[float]
    last_weights: list[float]


def pools(seed: int = 1) -> tuple[list[Pool], list[float]]:
    """Every pool and its share of the town."""
    random = Random(seed)
    made = [_pool(random, *rest) for _, *rest in _POOLS.values()]
    return made, [share for share, *_ in _POOLS.values()]


def name(random: Random, town: tuple[list[Pool], list[float]]) -> tuple[str, str]:
    """A first name and a surname, as often as they are met."""
    (pool,) = random.choices(town[0], town[1])
    (first,) = random.choices(pool.firsts, cum_weights=pool.first_weights)
    (last,) = random.choices(pool.lasts, cum_weights=pool.last_weights)
    return first.capitalize(), last.capitalize()


def _pool(random: Random, firsts: str, lasts: str, begin: str, end: str) -> Pool:
    given = _with_tail(random, firsts.split(), begin.split(), end.split(), 1500)
    family = _with_tail(random, lasts.split(), begin.split(), end.split(), 9000)
    return Pool(given, family, _falling(len(given), 1.1), _falling(len(family), 0.9))


def _with_tail(
    random: Random, known: list[str], begin: list[str], end: list[str], many: int
) -> list[str]:
    """The known names, then invented ones of two or three syllables."""
    names = dict.fromkeys(known)
    for _ in range(many * 3):
        if len(names) >= many:
            break
        parts = [random.choice(begin), random.choice(end)]
        if random.random() < 0.7:
            parts.insert(1, random.choice(begin))
        names["".join(parts)] = None
    return list(names)


def _falling(count: int, power: float) -> list[float]:
    """Each rank a little rarer than the one before, added up for `choices`."""
    return list(accumulate(1 / (rank + 8) ** power for rank in range(count)))
