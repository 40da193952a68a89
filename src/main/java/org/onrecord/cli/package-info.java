/** The command line: one command a file. */
package org.onrecord.cli;
