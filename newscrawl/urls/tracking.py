"""Parameters of an address that change nothing about what is shown."""

# What mailings, social networks and advertisements hang on any address, an image's too: from which click a reader came.
CLICKS = frozenset(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik s_kwcid
    mc_cid mc_eid mkt_tok cmpid ref_src
    """.split()
)
# Parameters that say where a reader came from, not what is shown. From the lists of ClearURLs, Firefox's and Brave's
# query stripping, and those of analytics tools that news sites use (AT Internet, Piano, Webtrekk, Matomo, Parse.ly).
# The last line: which visit it is, as PHP, Java and ColdFusion put it into every link for a visitor without cookies.
TRACKING = CLICKS | frozenset(
    """
    _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid wickedid
    _ga _gl _openstat ncid nsukey icid ito ocid sc_cid s_cid wt_mc wt_zmc xtor xtref xts ns_mchannel ns_source
    ns_campaign ns_linkname ns_fee smid smtyp partner_id at_medium at_campaign at_custom1 at_custom2 at_custom3
    at_custom4 at_link_id at_link_origin at_link_type at_ptr_name at_bbc_team at_format traffic_source feature_id
    __twitter_impression soc_src soc_trk guccounter guce_referrer guce_referrer_sig spm share_source share_medium
    cid_source ref_url sh sr_share sref maca
    phpsessid jsessionid sessionid session_id sessid cfid cftoken
    """.split()
)
CAMPAIGN = "utm_"
TRACKING_STARTS = (CAMPAIGN, "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "itm_", "trk_", "aspsessionid")
# Parameters that ask for another dress of the same page: AMP, print, a mobile view.
DRESS = frozenset({"amp", "outputtype", "output", "print", "printable", "view", "mobile", "m"})
DRESSES = frozenset({"", "1", "true", "amp", "amp-type", "print", "mobile", "desktop", "yes"})


def changes_nothing(name: str, value: str) -> bool:
    """Whether a page's parameter changes nothing about which article is shown."""
    name = name.lower()
    if name in TRACKING or name.startswith(TRACKING_STARTS):
        return True
    return name in DRESS and value.lower() in DRESSES
