# What programs are told, and the page that describes their interface.

## Kinds of errors
api-bad-request = The request cannot be read
api-invalid-json = The body is not sound JSON
api-duplicate-key = A name stands twice in one object
api-unknown-parameter = There is no such query parameter
api-bad-parameter = A query parameter cannot be read
api-bad-cursor = The cursor is not one of ours
api-bad-cursor-do = Take the value of “next” from the page before, with the same query; or begin again without a cursor.
api-idempotency-key-missing = The header Idempotency-Key is missing or unfit
api-idempotency-key-do = Send 1 to 100 letters, digits, hyphens or underscores, a new key for each new request.
api-unauthenticated = A valid token is needed
api-unauthenticated-do = Send “Authorization: Bearer” with a token that has not ended.
api-forbidden = This token may not do that
api-not-found = There is no such thing here
api-method-not-allowed = This address does not take that method
api-stale = It was changed meanwhile
api-precondition-required = Say which version you saw
api-precondition-do = Send If-Match with the ETag of the dossier, or if_version in the body.
api-duplicate-dossier = The same person handed in the same procedure today
api-duplicate-do = Earlier dossiers: { $codes }. To receive it all the same, send duplicate_confirmed true with a new Idempotency-Key.
api-key-reused = This Idempotency-Key was used for another request
api-too-large = The body is too large
api-too-large-do = At most 1 MB is taken.
api-unsupported-media-type = The body must be application/json
api-invalid = Some fields are wrong
api-refused = A rule says no
api-unavailable = The system is busy; try again
api-fault = A fault on our side

## Fields
api-field-required = This is required.
api-field-unknown = There is no such field here.
api-field-wrong-type = Another type is expected: { $expected }.
api-field-not-one-of = One of these is expected: { $values }.
api-field-too-long = At most { $limit } characters are taken.
api-field-out-of-range = A whole number from { $from } to { $to } is expected.
api-field-time = A time is expected as in 2024-02-02T08:00:00+07:00; the offset is required.
api-field-time-far = The time lies too far from today.
api-field-date = A date is expected as in 1990-05-12.
api-field-not-here = This does not belong to the procedure.
api-field-characters = It holds characters that cannot be printed.
api-field-repeated = It stands here more than once.
api-field-version-differs = If-Match and if_version say different things.
api-limit-range = limit is a whole number from 1 to 200.

## Page
api-title = For programs
api-intro = Everything staff do at the counter can be done by a program too: the same rules, the same permissions, the same log.
api-document = The whole description as OpenAPI 3.1
api-token = Every address except the public ones needs a token: “Authorization: Bearer …”. An administrator makes it for one role at one unit.
api-safe = A request that creates or decides carries an Idempotency-Key, so that sending it again is harmless. Answers about a dossier carry an ETag; send it back as If-Match.
api-addresses = Addresses
api-method = Method
api-address = Address
api-purpose = Purpose
api-who = Who
api-public = Everybody
api-with-token = With a token
api-errors = Errors
api-errors-intro = Errors are application/problem+json (RFC 9457). The field “code” stays the same for ever; the sentences follow Accept-Language.
api-status = Status
api-code = Code
api-meaning = Meaning

## Purposes
api-do-units = Units in force on a day
api-do-procedures = Search procedures, or list those of a unit
api-do-procedure = One procedure: papers, times, fees, fields
api-do-assess = What is missing, what it costs, what can be promised; nothing is recorded
api-do-receive = Receive a dossier
api-do-work = The work list of the token’s unit, most urgent first
api-do-dossier = One dossier as it stands
api-do-events = The story of a dossier
api-do-receipt = The receipt as PDF
api-do-result = The result as PDF
api-do-act = Carry out an act
api-do-file = Add a file to a component
api-do-status = Status by code and PIN
api-do-status-token = Status by the token of the receipt’s QR
api-do-openapi = This description
