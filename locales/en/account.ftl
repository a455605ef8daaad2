# Log-in and one's own account.

## Log in
account-sign-in = Log in
account-sign-in-intro = For staff. Citizens look up a dossier without logging in.
account-username = Username
account-password = Password
account-forgotten = Forgot your password? Ask the administrator of your unit for a temporary one.
account-first = Log in to open this page.
account-first-draft = Log in to open this page. What you were typing is kept as a draft on the intake page, if it was saved.
account-first-sent = Your session ended, so what you just sent was not recorded. Log in and do it again.
account-signed-out = You are logged out.
account-demo-title = Demo accounts
account-demo-intro = The password of every account is { $password }. These accounts work only on the machine that runs the demo.
account-role = Role
account-unit = Unit

## Why nobody was let in
account-wrong = The username or password is wrong. Check the keyboard and type both again.
account-wait = Too many wrong tries. Try again after { $span }.
account-wait-seconds = Too many wrong tries. Try again after { $n } seconds.
account-disabled = This account is disabled. Ask an administrator.
account-loopback = Demo accounts log in only on the machine that runs the demo.
account-no-role = This account holds no role today. Ask an administrator.
account-ended = The session has ended. Log in again.
account-busy = Too many people are logging in. Try again in a few seconds.

## One's own account
account-title = My account
account-job-title = Job title
account-no-end = no end date
account-desk = Your desk is at
account-move-desk = Move to this desk
account-desk-moved = Your desk was moved.
account-session = Session
account-session-since = Since { $at }
account-session-until = Ends at the latest at { $at }
account-sign-out = Log out
account-sign-out-everywhere = Log out everywhere
account-sign-out-everywhere-hint = Ends the sessions on all machines, this one too.

## Password
account-password-title = Change password
account-password-ends = Afterwards, sessions on other machines end.
account-password-now = Current password
account-password-new = New password
account-password-again = New password again
account-password-hint = { $min } to { $max } characters. A short sentence is good; accents and spaces are welcome.
account-change-password = Change password
account-password-changed = The password was changed. Sessions on other machines have ended.
account-password-now-wrong = The current password is wrong. Type it again.
account-password-short = The new password is too short. Use at least 8 characters.
account-password-long = The new password is too long. Use at most 128 characters.
account-password-username = The new password contains the username. Leave that part out.
account-password-common = The new password is too common and easy to guess. Choose another one.
account-password-same = The new password is the same as the old one. Choose another one.
account-password-differs = The two new passwords differ. Type them again.
account-must-change = Change your password before you start work
account-must-change-why = Somebody else set this password for you. Only you should know your password.
