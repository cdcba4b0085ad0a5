"""Electronic signatures of files that come back: verdict, revocation, relation to what was issued."""
