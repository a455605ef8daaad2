# What is wrong in a field of a form and how to put it right.
problems-name-empty = The full name is missing. Enter it as it stands on the papers.
problems-name-too-long = The full name is longer than 200 characters. Enter it as it stands on the papers.
problems-name-foreign-character = The full name holds a character that names do not have. Remove digits and signs.
problems-identity-wrong-length = The number has { $digits ->
    [one] { $digits } digit
   *[other] { $digits } digits
  }. An identity number has 12 digits, an old identity card 9.
problems-identity-foreign-character = The number holds a wrong character. Enter it as it stands on the card or passport.
problems-identity-unknown-place = The first three digits of the identity number stand for no place. Compare it with the card.
problems-identity-birth-year-differs = The year of birth differs from the one in the identity number. Compare both with the card.
problems-birth-not-a-date = This is not a date of birth. Enter day/month/year, for example 02/03/1943.
problems-birth-no-such-day = That day is not in the calendar. Check the day and the month.
problems-birth-in-future = The date of birth lies after today. Check the year.
problems-birth-too-long-ago = The date of birth lies more than 130 years back. Check the year.
problems-contact-phone = The phone number is not right. Enter a Vietnamese number, for example 0912 345 678.
problems-contact-email = The mail address is not complete. Enter it like name@example.vn.
problems-card-not-a-card = The code is not that of an identity card. Scan again or type the details.
problems-card-number = The number on the card could not be read. Scan again or type the 12 digits.
