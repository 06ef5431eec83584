"""Says which of two releases is newer."""
import sys

from packaging.version import Version

print(max(sys.argv[1:3], key=Version))
