from collections import namedtuple as _namedtuple

maxsize = 9223372036854775807
version_info = _namedtuple("version_info", "major minor micro releaselevel serial")(3, 12, 0, "final", 0)
version = "3.12.0"
