# Words for bringing in what is past: the Fridays of the demo, registers of earlier dossiers.
import-past-fridays = Making the past Fridays (samples)
