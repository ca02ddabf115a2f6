/// The Metasploit framework's modules: which CVE has one, never the module itself. Every module
/// that names a CVE counts, a scanner too: its path, which is the exploit's reference, begins with
/// what it is.
@NullMarked
package dev.assay.feeds.metasploit;

import org.jspecify.annotations.NullMarked;
