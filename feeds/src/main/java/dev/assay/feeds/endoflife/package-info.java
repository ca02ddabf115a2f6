/// Support dates from endoflife.date: products written in Markdown with YAML before it, and the
/// API's JSON. Only the operating systems that packages come from are taken. It must know nothing
/// of any other feed.
@NullMarked
package dev.assay.feeds.endoflife;

import org.jspecify.annotations.NullMarked;
