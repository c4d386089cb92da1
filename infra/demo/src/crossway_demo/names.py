"""Names for invented people: common given and family names, joined at random within a heritage."""

from dataclasses import dataclass
from random import Random

from crossway_demo.vocabulary import Sex


@dataclass(frozen=True)
class Heritage:
    ethnicity: int
    """Code of the ILR field Ethnicity."""
    share: int
    female: str
    male: str
    family: str


@dataclass(frozen=True)
class Name:
    given: str
    family: str
    sex: Sex
    ethnicity: int

    def __str__(self) -> str:
        return f"{self.given} {self.family}"


HERITAGES = (
    Heritage(
        ethnicity=31,
        share=58,
        female=(
            "Abigail Alice Bethany Charlotte Chloe Donna Eleanor Ellie Emma Freya Gemma Georgia Hannah Holly Imogen "
            "Jade Jessica Joanne Karen Katie Kirsty Leah Lucy Megan Molly Natalie Nicola Phoebe Rachel Sarah Tracey Zoe"
        ),
        male=(
            "Adam Aidan Ben Callum Connor Dean Elliot Gareth Harry Jack Jake Jordan Kieran Lewis Liam Nathan Owen "
            "Reece Rhys Ryan Scott Toby"
        ),
        family=(
            "Ackroyd Ashworth Barlow Barraclough Birch Bracewell Brook Catchpole Clegg Cobbold Cropper Dalby Deakin "
            "Denholm Duckworth Eastwood Entwistle Fairhurst Garside Greenhalgh Hallam Hartley Haworth Holroyd Kemp "
            "Kershaw Lambert Ludlow Marsden Naylor Oakes Pemberton Pickles Ramsden Rigby Sewell Shepherd Sidebottom "
            "Sutcliffe Thackray Tranter Underhill Verity Walmsley Whitlock Wragg Yarwood"
        ),
    ),
    Heritage(
        ethnicity=34,
        share=9,
        female="Agnieszka Andreea Daria Elena Ioana Kinga Magda Oliwia Rasa Zuzanna",
        male="Bartek Cristian Dominik Mihai Tomasz",
        family="Balan Dumitru Kowalczyk Lis Mazur Nowicka Petrauskas Popescu Rusu Sikora Stanek Wrona",
    ),
    Heritage(
        ethnicity=40,
        share=8,
        female="Aisha Alina Hafsa Iqra Maryam Sadia Sana Zainab",
        male="Bilal Hamza Imran Usman",
        family="Akhtar Anwar Bashir Hussain Iqbal Mahmood Qureshi Saleem Tariq Yousaf",
    ),
    Heritage(
        ethnicity=39,
        share=5,
        female="Anjali Harpreet Jasleen Kavita Meera Simran",
        male="Arjun Gurdeep Nikhil",
        family="Bains Chauhan Dhillon Joshi Mistry Nair Sandhu Solanki",
    ),
    Heritage(
        ethnicity=41,
        share=3,
        female="Farzana Nusrat Rukhsana Tahmina",
        male="Shahin Tanvir",
        family="Begum Chowdhury Miah Sarkar Uddin",
    ),
    Heritage(
        ethnicity=44,
        share=8,
        female="Adaeze Blessing Chipo Efua Folake Nyasha Precious Temitope",
        male="Chidi Kwame Tendai Tunde",
        family="Adeyemi Boateng Chikwanha Eze Mensah Moyo Nwosu Okafor Owusu Sibanda",
    ),
    Heritage(
        ethnicity=45,
        share=4,
        female="Chantelle Keisha Monique Shanice",
        male="Andre Jermaine Tyrone",
        family="Beckford Blake Dacres Grant Palmer Thompson",
    ),
    Heritage(
        ethnicity=43,
        share=3,
        female="Analyn Jocelyn Maricel Rowena",
        male="Jericho Rommel",
        family="Bautista Dela-Cruz Mercado Santos Villanueva",
    ),
    Heritage(
        ethnicity=42,
        share=2,
        female="Li-Na Mei Xin",
        male="Jun Wei",
        family="Chan Cheung Lau Tang",
    ),
)


class Namebook:
    """Deals names that are all different, the same ones in the same order for the same seed."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._dealt: set[tuple[str, str]] = set()

    def deal(self, sex: Sex | None = None) -> Name:
        """A name nobody else has; without `sex`, 85 in 100 are women, as among apprentices in the sector.

        Source: the 2017 scoping report, table 4.
        """
        if sex is None:
            sex = self._random.choices((Sex.FEMALE, Sex.MALE), weights=(85, 15))[0]
        while True:
            heritage = self._random.choices(HERITAGES, weights=[each.share for each in HERITAGES])[0]
            given = self._random.choice((heritage.female if sex is Sex.FEMALE else heritage.male).split())
            family = self._random.choice(heritage.family.split())
            if (given, family) not in self._dealt:
                self._dealt.add((given, family))
                return Name(given=given, family=family, sex=sex, ethnicity=heritage.ethnicity)
