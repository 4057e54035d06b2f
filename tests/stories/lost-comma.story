# Scraped texts lose their commas; who speaks at the sentence's end still speaks.
published: 2030-06-06

Thirty fighters have been killed in clashes in northern Syria over the last 24 hours the Turkish military said on Thursday.
----
clash | told by Turkish military
