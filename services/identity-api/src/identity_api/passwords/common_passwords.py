"""Passwords that are tried first, built from the habits that they come from.

Only those of twelve characters and more matter here, and nearly all of those are a well-known word (or two, or the
same twice) with digits or a mark at its end, a walk over the keyboard, or counting.
"""

from collections.abc import Iterator

_WORDS = """
abcdefg administrator administration america apprentice apprenticeship arsenal barcelona baseball basketball batman
beautiful birmingham blackburn bradford butterfly bristol carehome changeme charlie chelsea chocolate computer
coordinator coventry cowboys cristiano crossway default diamond district doctor dolphin dragon elephant england
everton facebook family flower football forever freedom friends google guest hampshire healthcare hello herefordshire
hospital iloveu iloveyou internet jasmine jennifer jessica jesus jordan killer lancashire learner leeds letmein
leicester lincoln lincolnshire linkedin liverpool london loveme lovely manager manchester manunited master michael
microsoft midlands minecraft monkey mustang myaccount mypassword naruto newcastle newpassword nhsengland nottingham
nursing pa55word passw0rd password passphrase placement pokemon portsmouth princess private qwerty qwertyuiop rainbow
ranger rotation samsung secret security shadow sheffield snoopy socialcare soccer spiderman staffordshire starwars
student suffolk summer sunshine superman sunderland superstar sussex sweetheart teacher temporary tottenham training
trustno trustnoone trustno1 unknown username village volunteer welcome welcometo westham whatever winter winner
workplace yorkshire autumn spring monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december
"""
_WALKS = (
    "qwertyuiop asdfghjkl zxcvbnm qwertyuiopasdfghjklzxcvbnm 1qaz2wsx3edc4rfv5tgb 1q2w3e4r5t6y7u8i9o0p qazwsxedcrfvtgb"
    " zaq12wsxcde34rfv poiuytrewq lkjhgfdsa mnbvcxz asdfghjklqwertyuiop abcdefghijklmnopqrstuvwxyz 01234567890123456789"
    " 12345678901234567890 98765432109876543210 11223344556677889900 147258369147258369 123123123123123123"
    " 123456123456123456 abc123abc123abc123 112233445566778899 102030405060708090 159753159753159753"
)
_ENDINGS = (
    "",
    "!",
    "!!",
    "1",
    "1!",
    "01",
    "12",
    "12!",
    "123",
    "123!",
    "1234",
    "1234!",
    "12345",
    "12345!",
    "123456",
    "1234567",
    "12345678",
    "123456789",
    "1234567890",
    "111",
    "1111",
    "000",
    "321",
    "69",
    "99",
    "007",
    "@123",
    "@1234",
    "#123",
    "_123",
    *(str(year) for year in range(1980, 2031)),
    *(f"{year}!" for year in range(2015, 2031)),
    *(f"@{year}" for year in range(2015, 2031)),
)
_PHRASES = (
    "correcthorsebatterystaple ilovemyfamily ilovefootball thisismypassword letmeinplease passwordpassword"
    " welcomewelcome passwordisthis mypasswordis opensesameplease adminadminadmin changemeplease changethisnow"
    " donotforgetit iforgotmypassword nationalhealthservice rotationalapprentice healthandsocialcare socialcareworker"
    " healthcareassistant carecertificate pleaseletmein ihatepasswords ilovemydog ilovemycat ilovemymum ilovechocolate"
    " passwordqwerty qwertypassword testtesttest asdfasdfasdf qwerqwerqwer abcdabcdabcd abcabcabcabc onetwothreefour"
)


def _all() -> Iterator[str]:
    for word in [*_WORDS.split(), *_PHRASES.split()]:
        for ending in _ENDINGS:
            yield word + ending
            yield word + word + ending
    for walk in _WALKS.split():
        for length in range(12, len(walk) + 1):
            yield walk[:length]
        for ending in _ENDINGS:
            yield walk + ending
            yield walk[:10] + ending


COMMON_PASSWORDS = frozenset(password for password in _all() if len(password) >= 12)
"""In lower case."""
