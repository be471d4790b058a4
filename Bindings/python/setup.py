"""A wheel for one platform and every Python 3: the library inside is called through ctypes."""

import ctypes
import os
import sysconfig

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.dist import Distribution

LIBRARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "src", "vnextract", "libvnextract.so")


class PlatformWheel(bdist_wheel):
    def get_tag(self):
        return "py3", "none", sysconfig.get_platform().replace("-", "_").replace(".", "_")


class BinaryDistribution(Distribution):
    def has_ext_modules(self):
        return True


def version():
    """What the library says of itself, so that it stands in one place."""
    library = ctypes.CDLL(LIBRARY)
    library.vnextract_version.restype = ctypes.c_char_p
    return library.vnextract_version().decode()


setup(version=version(), cmdclass={"bdist_wheel": PlatformWheel}, distclass=BinaryDistribution)
