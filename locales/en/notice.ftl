# Messages to staff.

notice-title = Messages
notice-none = No messages in the last 30 days.
notice-see = Mark as seen
notice-fresh = new
notice-for-duty = for the duty { $duty }
notice-roster-not-ready = { $unit_name } is not ready for { $on }. Look at the roster and fill it up.
notice-roster-published = The roster of { $on } was published with you on it.
notice-substitute-asked = { $name } asks you to stand in on { $on }: { $reason }
notice-substitute-taken = { $name } stands in on { $on }.
notice-substitute-refused = { $name } cannot stand in on { $on }.
notice-presence-corrected = { $name } corrected your presence on { $on }: { $reason }
notice-called-away = { $name } is away until { $until }.
notice-called-away-for-the-day = { $name } is away for the rest of the day.
notice-delegated = { $name } lets you approve from { $from } to { $to }.
notice-delegation-revoked = { $name } ended the delegation of approval.
notice-promise-at-risk = Dossier { $code } is at risk of being late, it must be done before { $at }.
notice-promise-broken = Dossier { $code } missed its promised hour { $at }.
