package jp.tsunagu.procedure.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.tsunagu.engine.RefusedException;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.file.LargestFile;

/** A whole procedure as one file: folders {@code processes} and {@code forms}, as Camunda Modeler opens them. */
final class ProcedureZip {

    static final int MOST_ENTRIES = 500;

    /** Bytes, unpacked. */
    static final long LARGEST = 20_000_000;

    private ProcedureZip() {}

    static void write(ProcedureFiles files, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.contents().entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // the same procedure gives the same file, whenever it is packed
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    /**
     * The files of a procedure in it. Nothing is unpacked to the disk.
     *
     * @throws RefusedException if it is no such file, is too large, or holds anything else; then nothing of it is taken
     */
    static ProcedureFiles read(byte[] packed) {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    refuse("ZIPの中のファイルが多すぎます（" + MOST_ENTRIES + "個まで）。");
                }
                if (!entry.isDirectory() && !isOfTheComputer(entry.getName())) {
                    byte[] content = zip.readNBytes(LargestFile.BYTES + 1);
                    total += content.length;
                    if (total > LARGEST) {
                        refuse("ZIPの中身が大きすぎます（全部で20MBまで）。");
                    }
                    take(entry.getName(), content, files);
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            refuse("ZIPファイルとして読めません。ファイルが壊れていないか確かめてください。");
        } catch (IOException e) {
            refuse("ZIPファイルを最後まで読めませんでした。ファイルが壊れていないか確かめてください。");
        }
        if (files.isEmpty()) {
            refuse("手続のファイルがありません。「手続一式を書き出す」で作ったZIPか、同じ形のZIPを選んでください。");
        }
        return ProcedureFiles.of(files);
    }

    private static void take(String name, byte[] content, Map<String, byte[]> files) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        FileFormat.refusal(name, content).ifPresent(reason -> refuse("「" + shown + "」を取り込めません。" + reason));
        if (files.put(name, content) != null) {
            refuse("「" + shown + "」がZIPの中に二つあります。");
        }
    }

    /** What a Macintosh packs beside the files. */
    private static boolean isOfTheComputer(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store") || name.equals(".DS_Store");
    }

    private static void refuse(String reason) {
        throw RefusedException.ofAct(reason);
    }
}
