"""News agencies and stations that sign with a short name."""

AGENCIES = frozenset(
    "aap adnkronos afp agerpres ansa anp ap apa askanews ats bbc belga cnn ctk dha dpa dts dw efe epd epa eft "
    "gns ians iha interfax ips itar-tass jiji kna kuna kyodo lapresse lusa mti ntb nzn pa pap pti reuters ria "
    "ritzau sda sid stt tanjug tasr tass tt upi xinhua yonhap čtk интерфакс тасс 共同 時事 新華".split()
)
