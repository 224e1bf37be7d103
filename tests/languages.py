"""Texts in every language of the Union: names that Babel knows, and every letter of each alphabet."""

from __future__ import annotations

from dataclasses import replace

from babel import Locale

from s3desk.basics.language import EU_LANGUAGES
from s3desk.catalogue.known import default_catalogue
from s3desk.domain.records import ASSESSMENT, Assessment, Decision, Evidence, Fulfilment, Programme, Record, Territory

LETTERS = {
    "bg": "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ „ѝ“ №",
    "cs": "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ „“ ‚‘",
    "da": "ÆØÅ Ǿ »«",
    "de": "ÄÖÜß ẞ „“ ‚‘",
    "el": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩς ΆΈΉΊΌΎΏ ΪΫ ΐΰ «» ·",
    "en": "Café naïve “” ‘’ – — … € § •",
    "es": "ÁÉÍÓÚÜÑ ¿¡ «» ªº",
    "et": "ÄÕÖÜŠŽ „“",
    "fi": "ÄÖÅŠŽ ”",
    "fr": "ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸÆ «\u00a0»\u202f; ’",
    "ga": "ÁÉÍÓÚ ḂĊḊḞĠṀṖṠṪ ⁊",
    "hr": "ČĆĐŠŽ ǄǇǊ „”",
    "hu": "ÁÉÍÓÖŐÚÜŰ „”",
    "it": "ÀÈÉÌÍÎÒÓÙÚ «»",
    "lt": "ĄČĘĖĮŠŲŪŽ „“",
    "lv": "ĀČĒĢĪĶĻŅŠŪŽ",
    "mt": "ĊĠĦŻ Għ ‘għ’",
    "nl": "ÉËÏÓÖÜ Ĳĳ ’s",
    "pl": "ĄĆĘŁŃÓŚŹŻ „”",
    "pt": "ÁÂÃÀÇÉÊÍÓÔÕÚ «»",
    "ro": "ĂÂÎȘȚ ŞŢ „”",
    "sk": "ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ „“",
    "sl": "ČŠŽ »«",
    "sv": "ÅÄÖÉ ”",
}


def sample(code: str) -> str:
    """Months, countries and languages in a language, and its letters in both sizes."""
    locale = Locale.parse(code)
    months = ", ".join(locale.months["format"]["wide"].values())
    countries = ", ".join(locale.territories[one] for one in ("AT", "BG", "EL" if "EL" in locale.territories else "GR"))
    return f"{months}. {countries}. {LETTERS[code]} {LETTERS[code].lower()}"


SAMPLES = {code: sample(code) for code in EU_LANGUAGES}


def records_in_every_language() -> tuple[Record, ...]:
    """An assessment whose documents and texts are in all 24 languages."""
    codes = list(EU_LANGUAGES)
    evidence = [
        Evidence(
            f"e-{code}", number, SAMPLES[code], f"{code} {LETTERS[code][:12]}", issuer=LETTERS[code], language=code
        )
        for number, code in enumerate(codes, start=1)
    ]
    fulfilments = [
        Fulfilment(
            criterion.id,
            Decision.YES,
            references=", ".join(f"E{number:02d}" for number in range(1, 25)),
            justification=SAMPLES[codes[3 * place]] + SAMPLES[codes[3 * place + 1]],
            second_justification=SAMPLES[codes[3 * place + 2]],
        )
        for place, criterion in enumerate(default_catalogue().criteria)
    ]
    territory = Territory("t", SAMPLES["mt"][-40:], "MT", "MT")
    programme = Programme("p", SAMPLES["ga"][-60:], member_state="MT", managing_authority=SAMPLES["el"][-60:])
    assessment = replace(Assessment(ASSESSMENT, LETTERS["bg"]), language="bg", second_language="el")
    return (assessment, territory, programme, *evidence, *fulfilments)
