# Who holds a place is a state, not an event.
published: 2030-06-09

The army controls most of southern Aleppo, the Aleppo Ledger Network said on Sunday.
----
holding | by army | told by Aleppo Ledger Network
no capture
