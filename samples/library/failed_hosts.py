#!/usr/bin/env python3
"""failed_hosts.py PATH...: each server with its failed files and agent errors, through libmarsift and ctypes.

The loader must find libmarsift.so.0: install it, or set LD_LIBRARY_PATH to its folder.
"""
import ctypes
import json
import sys

library = ctypes.CDLL("libmarsift.so.0")
handle = ctypes.c_void_p  # struct marsift *
library.marsift_open.argtypes = [ctypes.c_void_p, ctypes.POINTER(handle)]
library.marsift_add_path.argtypes = [handle, ctypes.c_char_p]
library.marsift_run.argtypes = [handle]
library.marsift_close.argtypes = [handle]
library.marsift_close.restype = None
library.marsift_report_json.argtypes = [handle, ctypes.POINTER(ctypes.c_size_t)]
library.marsift_report_json.restype = ctypes.c_char_p
library.marsift_last_error.argtypes = [handle]
library.marsift_last_error.restype = ctypes.c_char_p


def check(run, status):
    if status != 0:
        sys.exit(f"failed_hosts: {library.marsift_last_error(run).decode()}")


def main():
    run = handle()
    check(run, library.marsift_open(None, ctypes.byref(run)))
    for path in sys.argv[1:]:
        check(run, library.marsift_add_path(run, path.encode()))
    check(run, library.marsift_run(run))
    report = json.loads(library.marsift_report_json(run, None))
    for host in report["hosts"]:
        print(f"{host['name']}: {host['files']} failed files, {host['findings']} agent errors")
    library.marsift_close(run)


main()
