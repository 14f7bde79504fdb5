"""The same rows by Daft, on this machine or with Ray on many, and as columns for pipelines of others."""
