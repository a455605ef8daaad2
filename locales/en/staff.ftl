staff-nav-intake = Intake
staff-nav-work = My work
staff-nav-approve = Approve
staff-nav-return = Return
staff-nav-day = Today
staff-nav-admin = Administration
staff-nav-account = Account
