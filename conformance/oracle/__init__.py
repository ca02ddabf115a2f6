"""Second opinions on what `assay scan` says, from raw records and real package managers.

Nothing here may share code, tables or intermediate files with Assay.
"""
