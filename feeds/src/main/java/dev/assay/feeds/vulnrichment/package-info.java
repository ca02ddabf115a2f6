/// CISA's vulnrichment: CVE records (CVE JSON 5) with the containers of their CNA and of CISA,
/// which adds CVSS, CWE and SSVC decisions. The records only enrich: the products they name are
/// not packages of any ecosystem. It must know nothing of any other feed.
@NullMarked
package dev.assay.feeds.vulnrichment;

import org.jspecify.annotations.NullMarked;
