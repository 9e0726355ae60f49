package jp.tsunagu.procedure.check.ward;

import java.util.List;
import jp.tsunagu.procedure.ProcedureFiles;
import jp.tsunagu.procedure.check.Finding;
import jp.tsunagu.procedure.file.LargestFile;
import org.springframework.stereotype.Component;

/** A file is not larger than what people can look through and the server bears. */
@Component
class FileSize implements WardRule {

    private static final String RULE = "file-size";

    @Override
    public String rule() {
        return RULE;
    }

    @Override
    public List<Finding> of(ProcedureFiles files) {
        return files.contents().entrySet().stream()
                .filter(file -> file.getValue().length > LargestFile.BYTES)
                .map(file -> Finding.error(
                        RULE,
                        file.getKey(),
                        null,
                        "ファイルが大きすぎます（" + file.getValue().length / 1_000 + "キロバイト）。" + LargestFile.BYTES / 1_000
                                + "キロバイトまでにしてください。図なら、手続を分けられないか考えてください。"))
                .toList();
    }
}
