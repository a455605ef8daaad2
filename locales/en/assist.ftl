# Help by volunteers: one person at a time.

## Opening a session
assist-nav = Help somebody
assist-title = Help somebody with a dossier
assist-intro = A session is for one person who is here. It ends by itself after 10 minutes without a press.
assist-read = Read this to the person
assist-consent-sentence = Do you agree that I help you to fill in your dossier today? I write only what you say, the officer checks it, and nothing about you stays on this device.
assist-consent-how = How did the person agree?
assist-consent-said = Said so
assist-consent-signed = Signed the paper
assist-consent-witness = Nodded or gave a fingerprint before a witness
assist-consent-missing = Choose how the person agreed. Without consent no session is opened.
assist-heard-by = Who heard or saw it?
assist-heard-by-hint = Your name, or that of the witness.
assist-code = Code the person shows
assist-code-hint = Code of an appointment today, code on a receipt, or a code from an officer. A pass can be scanned.
assist-code-missing = Enter the code the person shows, or one from an officer.
assist-pin = PIN on the receipt
assist-open = Open the session
assist-unknown = There is no such code here today, or the PIN is wrong. Look again, or ask an officer for a code.
assist-off-shift = You are not on the roster today. Ask the person in charge before you help.
assist-too-many = Too many wrong codes. Ask an officer, or try again in an hour.
assist-invite-title = Give a code for somebody who is here
assist-invite-hint = For officers who receive. The code works once, for 15 minutes.
assist-invite-name = Full name of the person
assist-invite = Give a code
assist-invited = The code that opens a session: { $code }. Read it to the volunteer.

## The session
assist-helping = Helping
assist-end = Done, end the session
assist-what = What is needed?
assist-opened-booking = Opened with the code of an appointment today.
assist-opened-dossier = Opened with the receipt of dossier
assist-opened-officer = Opened with a code from an officer.
assist-search = Find a procedure
assist-nothing = No procedure matches. Try another word, or ask an officer.
assist-go-on = Go on with
assist-other-procedure = Something else
assist-form-hint = Write what the person says. The officer checks the papers and decides on reception.
assist-papers = Papers the person brought
assist-papers-hint = Tick what you have seen. The officer takes and scans the papers at the counter.
assist-save = Save
assist-saved = Saved.
assist-hand-over = Hand over to the officer
assist-handed = Handed over to the receiving officer
assist-handed-code = Code of the prepared dossier, for the officer:
assist-claim = Code with which the person's own account can take the dossier over later. Write it down for them:
assist-reason = Why was it not filed online?
assist-reason-none = Not asked
assist-reason-account = No account
assist-reason-device = No telephone that fits
assist-reason-locked = Forgot the password or changed the number
assist-reason-outage = Portal or network did not work
assist-reason-data = The register differs from the papers
assist-reason-screen = Hard to see, read or handle
assist-reason-wish = Wants to hand it in here

## The end
assist-done = The session is over.
assist-done-more = Nothing of the person you helped is on the screen.
assist-expired = The session ended by itself because nobody pressed anything.
assist-kept = What was typed is kept for the officer under the code { $code }.
assist-next = Help the next person
assist-shift-title = End of the shift
assist-helped = { $n ->
    [0] You have opened no session today.
    [one] You have helped one person today.
   *[other] You have helped { $n } people today.
}
assist-reasons-today = Why it was not filed online, the whole unit today
assist-stumbled = Where do people stumble?
assist-stumbled-hint = In your own words. No names, no numbers, nobody's private matters.
assist-shift-save = Save the note
assist-shift-saved = The note is saved. Thank you.
assist-note-long = The note is longer than 2,000 characters. Make it shorter.
assist-notes = Notes of earlier days

## At the counter
assist-prepared-today = Dossiers prepared today
assist-prepared = Dossier { $code }, prepared with the help of { $helper }.
assist-prepared-hint = Check each part with the person. Whether it is received is for you to decide.
assist-story-said = { $helper } helped to fill in the dossier. The person said yes, { $by } heard it.
assist-story-signed = { $helper } helped to fill in the dossier. The person signed a consent before { $by }.
assist-story-witness = { $helper } helped to fill in the dossier. The person agreed, { $by } was the witness.
