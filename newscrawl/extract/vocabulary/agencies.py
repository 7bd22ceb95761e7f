"""News agencies and stations that sign with a short name."""

AGENCIES = frozenset(
    "aap afp ansa anp ap apa ats bbc belga cnn dpa dts dw efe epd epa eft gns ips itar-tass jiji kna kyodo lusa mti "
    "ntb nzn pa pti reuters ria ritzau sda sid stt tass tt upi xinhua yonhap 共同 時事 新華".split()
)
